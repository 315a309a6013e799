using System.Globalization;
using Copilot.Sandbox.Orm;
using Copilot.Sandbox.Schema;
using Copilot.Sandbox.Store;

namespace Copilot.Sandbox.Query;

/// <summary>One field to group by: <c>partner_id</c>, <c>date_order:month</c>.</summary>
internal sealed class GroupKey
{
    private readonly Session session;
    private readonly Model model;
    private readonly TimeZoneInfo zone;

    public GroupKey(Session session, Model model, string spec)
    {
        this.session = session;
        this.model = model;
        Spec = spec;
        zone = session.Zone;
        var parts = spec.Split(':', 2);
        Field = model.Find(parts[0]) ?? throw Fault.Value($"Invalid field '{parts[0]}' on model '{model.Name}' for '{spec}'.");
        session.Rights.CheckField(session, model, Field, "read");
        if (Field is { Compute: not null, OnlyWhenEmpty: false } || Field.Kind is FieldKind.One2many or FieldKind.Binary)
        {
            throw Fault.Value($"Cannot convert {model.Name}.{Field.Name} to SQL because it is not stored");
        }

        IsDate = Field.Kind is FieldKind.Date or FieldKind.Datetime;
        Granularity = IsDate ? parts.Length > 1 ? parts[1] : "month" : "";
        if (IsDate)
        {
            DateBucket.Check(Granularity, spec);
        }
    }

    public string Spec { get; }

    public Field Field { get; }

    public bool IsDate { get; }

    public string Granularity { get; }

    /// <summary>Whether a row can belong to several groups.</summary>
    public bool IsMany => Field.IsMany;

    /// <summary>The groups of a row by its links; one empty group for none.</summary>
    public IReadOnlyList<object?> Many(Row row)
        => session.Value(model, row, Field) is int[] { Length: > 0 } ids ? [.. ids.Select(id => (object?)id)] : [null];

    /// <summary>The group of a row.</summary>
    public object? One(Row row) => (Field.IsPlain ? row.Cells[Field.Cell] : session.Value(model, row, Field)) switch
    {
        DateTime moment => DateBucket.Start(zone == TimeZoneInfo.Utc ? moment : TimeZoneInfo.ConvertTimeFromUtc(moment, zone), Granularity),
        DateOnly day => DateBucket.Start(day.ToDateTime(TimeOnly.MinValue), Granularity),
        null when Field.Kind == FieldKind.Boolean => false,
        null when Field.Kind == FieldKind.Integer => 0,
        null when Field.IsNumber && Field.Kind != FieldKind.Reference => 0d,
        var value => value,
    };

    /// <summary>The group's first and last bound as the wire writes them.</summary>
    public (string From, string To) Bounds(DateTime start)
    {
        var end = DateBucket.End(start, Granularity);
        return Field.Kind == FieldKind.Date
            ? (start.ToString(MomentText.DateFormat, CultureInfo.InvariantCulture), end.ToString(MomentText.DateFormat, CultureInfo.InvariantCulture))
            : (InUtc(start), InUtc(end));

        string InUtc(DateTime local) => TimeZoneInfo.ConvertTimeToUtc(DateTime.SpecifyKind(local, DateTimeKind.Unspecified), zone).ToString(MomentText.DatetimeFormat, CultureInfo.InvariantCulture);
    }

    /// <summary>The condition that holds for the group's rows and no others.</summary>
    public Term Condition(object? value)
    {
        if (value is not DateTime start || !IsDate)
        {
            return new Term.Condition(Field.Name, "=", value switch { null => false, int id => (long)id, _ => value });
        }

        var (from, to) = Bounds(start);
        return new Term.All([new Term.Condition(Field.Name, ">=", from), new Term.Condition(Field.Name, "<", to)]);
    }

    /// <summary>The group's label for dates, <c>[id, name]</c> for relations, else the value.</summary>
    public object? Shown(object? value, RowFormat format) => value switch
    {
        DateTime start when IsDate => DateBucket.Label(start, Granularity, session.Context.Language),
        int id when Field.IsRelation => format.Named(Field.Relation!, id),
        null => false,
        _ => value,
    };
}
