"""All numbers of reading, dates first. Exit status 0 whether or not the targets are met."""

from benchmarks.parsing.dates import measure_dates

if __name__ == "__main__":
    measure_dates()
