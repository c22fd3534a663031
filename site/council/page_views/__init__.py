"""How often each page is read: counted by day and language, with nothing kept of who read it."""
