# SPDX-License-Identifier: Apache-2.0
"""One service of a node, in a process of its own. The node speaks with it in lines of JSON."""
