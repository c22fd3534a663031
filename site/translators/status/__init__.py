"""The dashboard "State of translations": what is translated into which language, and how far."""
