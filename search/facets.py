"""What results can be narrowed by, with true counts."""

from collections import Counter

FACETS = ["type", "theme", "goal", "organisation", "year"]


class Narrowing:
    """Results that are narrowed, and what they can be narrowed by.

    Args:
        matches: every `Match` of a question.
        chosen: ``{facet: value}``.
    """

    def __init__(self, matches, chosen):
        self.matches = matches
        self.chosen = {name: value for name, value in chosen.items() if name in FACETS and value}
        # Pages that are alike in all facets are looked at once.
        self._lines = Counter(match.facets for match in matches)

    def kept(self):
        """The matches that have every value that was chosen."""
        if not self.chosen:
            return self.matches
        lines = {line for line in self._lines if self._fits(line)}
        return [match for match in self.matches if match.facets in lines]

    def counts(self):
        """``{facet: {value: count}}``: how many results there would be with that value and all else that was chosen."""
        counts = {name: Counter() for name in FACETS}
        for line, number in self._lines.items():
            missing = [name for name in self.chosen if not self._has(line, name)]
            if len(missing) > 1:
                continue
            for part in line.split():
                name, _colon, value = part.partition(":")
                # What fails one choice only still counts for the other values of that facet.
                if name in counts and (not missing or missing == [name]):
                    counts[name][value] += number
        return counts

    def _fits(self, line):
        return all(self._has(line, name) for name in self.chosen)

    def _has(self, line, name):
        return f" {name}:{self.chosen[name]} " in line
