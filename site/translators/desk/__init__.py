"""The translator's desk: source, preview, changes, terms and gaps beside wagtail-localize's editor.

The editor is a React application that is shipped compiled. The desk stands beside it, in plain JavaScript
(`static/js/translators-desk.js`), asks `views` for its contents, and again whenever a text has been saved.
"""
