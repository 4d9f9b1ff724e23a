"""The agents. A graph reads and proposes; code decides; people release. Only this package runs a graph.

Every graph has the same few, fat nodes: understand -> propose -> decide -> wait -> apply. What a graph writes goes
through the agent's database role, which may neither decide nor touch the books; what people approved is applied by the
ordinary action, once, in the approver's name.
"""

import os

# Runs are recorded in our own tables; nothing is ever traced to a third party.
os.environ["LANGSMITH_TRACING"] = "false"
os.environ["LANGCHAIN_TRACING_V2"] = "false"
