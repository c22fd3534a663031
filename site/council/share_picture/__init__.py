"""The picture that messengers and social networks show beside a link: drawn for each page, with its title."""
