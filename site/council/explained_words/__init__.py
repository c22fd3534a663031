"""Words of the glossary, explained where readers meet them: see docs/decisions/0016."""
