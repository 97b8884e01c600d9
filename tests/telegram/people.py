"""People in Telegram: what they do becomes updates in the shapes of the Bot API documentation."""

from dataclasses import dataclass
from typing import Any

from tests.telegram.server import DATE, Bot, BotApi, Chat, Json, in_an_update


@dataclass(frozen=True)
class Person:
    """Somebody with a phone, in one chat: their own with the bot, or a group."""

    api: BotApi
    bot: Bot
    id: int
    name: str = "Fatma"
    chat: Chat | None = None
    topic: int = 0

    @property
    def where(self) -> Chat:
        """The chat."""
        return self.chat or self.api.chat(self.id)

    @property
    def user(self) -> Json:
        """As it stands in an update."""
        return {"id": self.id, "is_bot": False, "first_name": self.name, "language_code": "en"}

    def update(self, text: str | None = None, *, reply_to: int | None = None, date: int = DATE, **more: Any) -> Json:
        """The update of a message, without its number; the message is in the chat."""
        post: Json = {"message_id": self.api.number(), "date": date, "chat": self.where.shown, "from": self.user}
        if text is not None:
            post["text"] = text
        if reply_to is not None:
            post["reply_to_message"] = in_an_update(self._answered(reply_to))
        if self.topic:
            post |= {"message_thread_id": self.topic, "is_topic_message": True}
        post |= more
        self.where.posts[post["message_id"]] = post
        return {"message": post}

    def _answered(self, post_id: int) -> Json:
        known = self.where.posts.get(post_id)
        stranger = {"message_id": post_id, "date": DATE, "chat": self.where.shown, "from": self.user}
        return known or stranger

    def press_update(self, post: Json, data: str) -> Json:
        """The update of a pressed button."""
        id_ = f"press{self.api.number()}"
        self.api.pressed[id_] = False
        return {
            "callback_query": {
                "id": id_,
                "from": self.user,
                "message": in_an_update(post),
                "chat_instance": "1",
                "data": data,
            }
        }

    def say(self, text: str | None = None, **more: Any) -> Json:
        """Send a message."""
        return self.api.push(self.bot, self.update(text, **more))

    def press(self, post: Json, label: str) -> Json:
        """Press the button with this label below a post."""
        rows = post["reply_markup"]["inline_keyboard"]
        data = next(button["callback_data"] for row in rows for button in row if button["text"] == label)
        return self.api.push(self.bot, self.press_update(post, data))
