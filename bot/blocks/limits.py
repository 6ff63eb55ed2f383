"""How much does Slack take? The one table of its limits: the bot keeps within them, the local workspace refuses beyond.

The figures are those of Slack's reference of blocks, elements, composition objects and views, in characters unless the
name says otherwise.
"""

MESSAGE_BLOCKS = 50
# Slack publishes no figure for the blocks of a message as a whole; apps report refusals from about 13,200 on.
MESSAGE_CHARACTERS = 13_000
MESSAGE_TEXT_CHARACTERS = 40_000

VIEW_BLOCKS = 100
VIEW_BYTES = 250_000
VIEW_TITLE_CHARACTERS = 24
VIEW_METADATA_CHARACTERS = 3_000

SECTION_CHARACTERS = 3_000
SECTION_FIELDS = 10
FIELD_CHARACTERS = 2_000
HEADER_CHARACTERS = 150
CONTEXT_ELEMENTS = 10
ACTIONS_ELEMENTS = 25
CONTEXT_ACTIONS_ELEMENTS = 5
INPUT_CHARACTERS = 2_000  # of a field's label and of its hint
MARKDOWN_CHARACTERS = 12_000
TABLE_ROWS = 100
TABLE_COLUMNS = 20
ALT_CHARACTERS = 2_000
PICTURE_TITLE_CHARACTERS = 2_000
URL_CHARACTERS = 3_000

LABEL_CHARACTERS = 75  # of buttons, options and what screen readers say instead
VALUE_CHARACTERS = 2_000
ID_CHARACTERS = 255
PLACEHOLDER_CHARACTERS = 150
TYPED_CHARACTERS = 3_000
OVERFLOW_OPTIONS = 5
CHOICE_OPTIONS = 10  # of radio buttons and check boxes
MENU_OPTIONS = 100
OPTION_VALUE_CHARACTERS = 150
CONFIRM_TITLE_CHARACTERS = 100
CONFIRM_CHARACTERS = 300
CONFIRM_BUTTON_CHARACTERS = 30
