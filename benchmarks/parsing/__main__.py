"""All numbers of reading, dates first. Exit status 0 whether or not the targets are met."""

from benchmarks.parsing.dates import measure_dates
from benchmarks.parsing.places import measure_places

if __name__ == "__main__":
    measure_dates()
    measure_places()
