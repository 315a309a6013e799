namespace Copilot.Odoo.Client;

/// <summary>
/// A search domain that values cannot break out of: fields are checked names, operators are known, values travel as JSON values.
/// <c>Where("state", "=", "sale").And("commitment_date", "&lt;", moment)</c>.
/// </summary>
internal sealed class OdooDomain
{
    private static readonly HashSet<string> Operators =
        ["=", "!=", ">", ">=", "<", "<=", "like", "ilike", "not like", "not ilike", "=like", "=ilike", "in", "not in", "child_of", "parent_of"];

    private readonly object?[] terms;

    private OdooDomain(object?[] terms) => this.terms = terms;

    /// <summary>Matches everything.</summary>
    public static OdooDomain All { get; } = new([]);

    /// <summary>The domain in Odoo's prefix notation, ready to serialise.</summary>
    public IReadOnlyList<object?> Terms => terms;

    public static OdooDomain Where(string field, string op, object? value) => new([Leaf(field, op, value)]);

    public OdooDomain And(string field, string op, object? value) => And(Where(field, op, value));

    public OdooDomain And(OdooDomain other) => Join("&", other);

    public OdooDomain Or(string field, string op, object? value) => Or(Where(field, op, value));

    public OdooDomain Or(OdooDomain other) => terms.Length == 0 || other.terms.Length == 0 ? All : Join("|", other);

    public OdooDomain Not() => terms.Length == 0 ? throw new InvalidOperationException("The empty domain has no opposite.") : new(["!", .. terms]);

    private OdooDomain Join(string connective, OdooDomain other)
        => terms.Length == 0 ? other : other.terms.Length == 0 ? this : new([connective, .. terms, .. other.terms]);

    private static object?[] Leaf(string field, string op, object? value)
    {
        if (field.Length == 0 || !field.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c is '_' or '.'))
        {
            throw new ArgumentException($"'{field}' is not a field name.", nameof(field));
        }

        if (!Operators.Contains(op))
        {
            throw new ArgumentException($"'{op}' is not a domain operator.", nameof(op));
        }

        return [field, op, OdooValue.ToWire(value)];
    }
}
