"""One line a number: what it is, the number, its target, whether it is met."""


def show(title: str, value: float, unit: str = "", target: str = "", met: bool | None = None, note: str = "") -> None:
    """Prints one line; ``target`` in words, ``met`` None where there is none."""
    verdict = "" if met is None else "met" if met else "NOT met"
    number = f"{value:,.0f}" if unit == "" else f"{value:,.2f}"
    print(f"{title:<66}{number:>10} {unit:<3}{target:<15}{verdict:<8}{note}".rstrip(), flush=True)
