"""What poppler finds in a PDF: a line for each annotation, with its page, kind, name, author and contents as JSON."""
import json
import sys

from popplerqt5 import Poppler

document = Poppler.Document.load(sys.argv[1])
for number in range(document.numPages()):
    for found in document.page(number).annotations():
        print(json.dumps([number, found.subType(), found.uniqueName(), found.author(), found.contents()]))
