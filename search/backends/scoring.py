"""Points for everything that was found, in one statement: each thing that gives some is a set, like what was asked for."""


class ScoredSetsMixin:
    """For backends that have ``rows_with(condition)``: SQL, and its parameters, of a subquery with one column ``id``."""

    def scored(self, condition, points):
        """``(SQL, parameters)`` of a query for ``id`` and ``points`` of all entries of which a condition holds.

        Args:
            condition: what they have to have, see `search.expressions`.
            points: ``[(condition, number)]``; an entry gets the sum of those that hold of it.
        """
        found, parameters = self.rows_with(condition)
        if not points:
            return f"SELECT id, 0 AS points FROM ({found}) AS found", parameters
        scores = []
        for each, number in points:
            rows, values = self.rows_with(each)
            scores.append(f"SELECT id, {number:d} AS points FROM ({rows}) AS scored")
            parameters = parameters + values
        return (
            f"""
            SELECT found.id, COALESCE(scores.points, 0) AS points
            FROM ({found}) AS found
            LEFT JOIN (
                SELECT id, SUM(points) AS points FROM ({" UNION ALL ".join(scores)}) AS every_score GROUP BY id
            ) AS scores ON scores.id = found.id
            """,
            parameters,
        )
