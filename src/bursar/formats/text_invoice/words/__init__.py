"""What the words on an invoice mean: labels by language, their phrases and pieces, and roots where no list has them."""
