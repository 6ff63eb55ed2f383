"""What is this package? A bot that answers from cited facts about one deal and shows where sources differ."""
