"""``/template``: the letters for occasions, in the team's own words."""

from bot.cards.drafts import LETTERS, occasion_word, shipped_letter
from bot.i18n import LANGUAGES, N_
from bot.message import Invocation
from bot.parsing.templates import TemplateText, read_template
from bot.permissions import NotPermitted, Permission
from bot.reply import Button, Buttons, Reply, Span, Style, bold, lines
from bot.request import Request
from bot.router import Command
from bot.storage.occasions import own_templates


def template(request: Request, wanted: TemplateText) -> Reply:
    """Show the letters, show one, or store the team's own, with Undo."""
    t = request.t
    if wanted.occasion is None:
        return _every_letter(request)
    language = wanted.language or t.language
    name = f"{occasion_word(wanted.occasion, t)} · {t.language_name(language)}"
    if wanted.text is None:
        own = own_templates(request.db, request.team_id)
        text = own.get((wanted.occasion, language)) or shipped_letter(wanted.occasion, language)
        letter = text.replace("\n", "\n\n") if text else t("There is none yet.")
        how = t("To change it: /template {letter}: and the new text. What is in brackets is filled in.")
        how = how.format(letter=name.replace(" · ", " "))
        return Reply((lines([bold(name)]), lines([letter]), lines([Span(how, Style.DIM)])))
    if not request.actor.may(Permission.WRITE):
        raise NotPermitted(command=TEMPLATE.name_in(t.language))
    request.changes.set_template(wanted.occasion, language, wanted.text or None)
    undo = Button(t("Undo"), Invocation("undo", str(request.changes.id)))
    done = N_("✓ {letter}: yours from now on") if wanted.text else N_("✓ {letter}: the usual one again")
    return Reply((lines([bold(t(done, letter=name))]), Buttons((undo,))))


def _every_letter(request: Request) -> Reply:
    t = request.t
    own = own_templates(request.db, request.team_id)
    rows = []
    for occasion in LETTERS:
        codes = [*LANGUAGES, *sorted(code for of, code in own if of is occasion and code not in LANGUAGES)]
        names = [t("{language} (yours)") if (occasion, code) in own else "{language}" for code in codes]
        said = [name.format(language=t.language_name(code)) for name, code in zip(names, codes, strict=True)]
        rows.append(f"{occasion_word(occasion, t)}: {', '.join(said)}")
    return Reply((lines([bold(t("Letters")), *rows, t("To see one: /template national day English")]),))


TEMPLATE = Command(
    name="template",
    names={"tr": ("sablon",)},
    help=N_("The letters for occasions, in your words"),
    usage=N_(
        "/template lists them\n/template national day English\n"
        "/template national day French: [form of address], …\n/template national day English: usual"
    ),
    parse=lambda text, request: read_template(text),
    handle=template,
)
