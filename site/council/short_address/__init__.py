"""Short addresses for print: ``/q/<code>`` leads to a page in the reader's language, for ever."""
