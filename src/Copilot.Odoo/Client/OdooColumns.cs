namespace Copilot.Odoo.Client;

/// <summary>The fields that the rows of one answer hold, by place.</summary>
internal sealed class OdooColumns(IEnumerable<string> fields)
{
    private readonly string[] names = [.. fields];

    /// <summary>How many there are.</summary>
    public int Count => names.Length;

    /// <summary>The place of a field; -1 when the rows do not hold it.</summary>
    public int Place(string field)
    {
        // A field is mostly asked for and read by one literal, which is one object: a scan reads millions of values, and comparing references costs less than hashing names.
        for (var i = 0; i < names.Length; i++)
        {
            if (ReferenceEquals(names[i], field))
            {
                return i;
            }
        }

        return Array.IndexOf(names, field);
    }
}
