"""Which scope each method and event needs (docs.slack.dev, reference of methods and events); "" is none."""

NEEDED = {
    "auth.test": "",
    "apps.connections.open": "",  # connections:write, of the app-level token
    "chat.postMessage": "chat:write",
    "chat.postEphemeral": "chat:write",
    "chat.update": "chat:write",
    "conversations.history": "",  # by the kind of the channel: HISTORY
    "conversations.replies": "",
    "conversations.open": "im:write",
    "files.completeUploadExternal": "files:write",
    "files.getUploadURLExternal": "files:write",
    "files.info": "files:read",
    "users.info": "users:read",
    "views.open": "",
    "views.publish": "",
}
HISTORY = {"im": "im:history", "mpim": "mpim:history", "private": "groups:history", "public": "channels:history"}
EVENTS = {
    "app_home_opened": "",
    "app_mention": "app_mentions:read",
    "app_uninstalled": "",
    "message.im": "im:history",
    "tokens_revoked": "",
    "user_change": "users:read",
}
FEATURES = {
    "slash_commands": "commands",
    "shortcuts": "commands",
    # A post into a public channel that we were not invited to (an answer to a slash command there).
    "public channels": "chat:write.public",
    # Looking for an uncertain post by its metadata, in a public and in a private channel.
    "history of channels": "channels:history",
    "history of groups": "groups:history",
    "history of direct chats of several": "mpim:history",
}
ALL = frozenset(filter(None, (*NEEDED.values(), *EVENTS.values(), *FEATURES.values())))
