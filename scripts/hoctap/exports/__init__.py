"""Published files, one module for each format; `publishing` knows all of them. Each yields paths and bytes."""
