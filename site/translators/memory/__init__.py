"""The translation memory: what was translated before anywhere in the site is not translated again."""
