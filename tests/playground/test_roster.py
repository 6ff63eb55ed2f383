"""What does a new workspace have?"""

from bot.playground.workspace import Workspace


def test_a_new_workspace_has_people_channels_and_a_line_to_the_bot(workspace: Workspace) -> None:
    """Everybody is in every channel, the bot too, and each person has a direct-message channel with the bot."""
    assert [person.real_name for person in workspace.people] == ["Mara Quay", "Otto Pier"]
    everyone = {workspace.bot.id, *(person.id for person in workspace.people)}
    assert [c.members for c in workspace.channels.values() if not c.is_im] == [everyone, everyone]
    assert [c.members for c in workspace.channels.values() if c.is_im] == [
        {person.id, workspace.bot.id} for person in workspace.people
    ]
