"""The map of how a plan connects: pillars, goals, initiatives, and the stories and organisations they lead to."""
