"""Pages about the site that every council needs: how to use it, privacy, accessibility. Ready in every language."""
