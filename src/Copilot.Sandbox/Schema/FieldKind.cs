namespace Copilot.Sandbox.Schema;

/// <summary>The types of fields that Odoo knows; the wire names are in <see cref="Field.TypeName"/>.</summary>
internal enum FieldKind
{
    Char,
    Text,
    Html,
    Selection,
    Integer,
    Float,
    Monetary,
    Boolean,
    Date,
    Datetime,
    Binary,
    Json,
    Reference,
    Many2one,
    One2many,
    Many2many,
}
