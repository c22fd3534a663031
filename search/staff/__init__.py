"""What staff sees and changes of the search."""
