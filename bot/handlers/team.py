"""``/team``: the city, country, language, zone and date order of the desk."""
