"""How languages write dates where the site does it otherwise than Django."""
