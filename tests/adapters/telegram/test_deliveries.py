"""The weekly agenda, sent by Telegram unasked."""

from datetime import UTC, datetime

from bot.bootstrap import building
from bot.delivering import Delivering
from bot.planning import plan_all
from tests.desk import Desk
from tests.scenario.test_golden_digest import PAGES, fill
from tests.telegram.world import TelegramWorld


def test_the_golden_page_arrives_whole(fatma: Desk, world: TelegramWorld) -> None:
    fill(fatma)
    world.clock.now = datetime(2026, 5, 3, 12, tzinfo=UTC)
    group = fatma.in_group("protocol")
    group.say("/digest on")
    world.clock.now = datetime(2026, 5, 4, 6, tzinfo=UTC)
    before = len(world.posts)

    async def work() -> None:
        clock = world.clock
        delivering = Delivering(
            world.database, world.telegram, world.answering.lanes, building(lambda: clock.now), lambda: clock.now
        )
        await plan_all(world.database, clock.now)
        await delivering.deliver_due()
        await delivering.done()

    world.runner.run(work())
    (sent,) = [post for post in world.posts[before:] if post["chat"]["id"] == int(group.chat_ref.chat)]
    page = (PAGES / "monday_en.txt").read_text("utf-8")
    assert " ".join(sent["text"].split()) == " ".join(line.strip() for line in page.splitlines() if line[0] != "[")
    assert [button["text"] for row in sent["reply_markup"]["inline_keyboard"] for button in row][-1] == "Settings"
