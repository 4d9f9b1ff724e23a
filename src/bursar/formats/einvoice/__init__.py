"""Electronic invoices: UBL 2.1, UN/CEFACT CII (D16B and ZUGFeRD 1.0) and the XML that a Factur-X PDF carries.

`read_invoice` turns XML into the neutral `bursar.core.invoices.Invoice`; `embedded_xml` finds the XML among a PDF's
attachments.
"""

from bursar.formats.einvoice.reader import NotAnInvoice, embedded_xml, read_invoice
from bursar.formats.einvoice.xml import NotXml, XmlForbidden, XmlTooDeep, XmlTooLarge

__all__ = ["NotAnInvoice", "NotXml", "XmlForbidden", "XmlTooDeep", "XmlTooLarge", "embedded_xml", "read_invoice"]
