"""What a translation puts in the place of a link, an address or a picture of its source."""
