"""How well the words of English, Chinese and Korean find what is meant, side by side with other ways.

``PYTHONPATH=site python -m search.benchmark.other_languages`` prints recall and precision. Ways that need a package which the
site does not have (jieba, rjieba, kiwipiepy) are left out where it is not installed.
"""
