"""Where is the local workspace that stands in for Slack, for people without one and for the tests?"""
