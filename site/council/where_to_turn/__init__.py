"""Where a reader turns: how to visit, volunteer, give, learn and get help, by telephone first, and never after the last day."""
