"""Machine translation: a setting, off by default. What a machine says is a suggestion until a person saves it."""
