"""How well what people write is read: dates and places, measured."""
