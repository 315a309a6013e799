using Copilot.Sandbox.Rights;
using Copilot.Sandbox.Schema;
using Copilot.Sandbox.Store;

namespace Copilot.Sandbox.Orm;

/// <summary>One call's surroundings: who asks, with which context, at which moment, and whether rights are looked at.</summary>
internal sealed class Session
{
    private readonly DateTimeOffset now;
    private readonly Dictionary<string, object> memory;
    private Session? system;

    public Session(Database database, AccessBook access, int userId, CallContext context, DateTimeOffset now)
    {
        Database = database;
        UserId = userId;
        Context = context;
        this.now = now;
        memory = new(StringComparer.Ordinal);
        Rights = new SessionRights(this, access);
    }

    private Session(Session asker)
    {
        Database = asker.Database;
        UserId = asker.UserId;
        Context = asker.Context;
        now = asker.now;
        memory = asker.memory;
        Rights = asker.Rights;
        IsSystem = true;
        system = this;
    }

    public Database Database { get; }

    public ModelCatalog Catalog => Database.Catalog;

    public int UserId { get; }

    public CallContext Context { get; }

    /// <summary>Runs with all rights: computations and the effects of buttons, as Odoo's <c>sudo</c>.</summary>
    public bool IsSystem { get; }

    public SessionRights Rights { get; }

    /// <summary>The moment of the call in UTC, cut to seconds as the wire shows it.</summary>
    public DateTime Now => new(now.UtcTicks - (now.UtcTicks % TimeSpan.TicksPerSecond), DateTimeKind.Utc);

    /// <summary>Today where the caller is: in the zone of the context, else of the user.</summary>
    public DateOnly Today => DateOnly.FromDateTime(TimeZoneInfo.ConvertTimeFromUtc(Now, Home));

    public TimeZoneInfo Home => Remember("home", () => ZoneOf(Context.TimeZone ?? User?.Text("tz")));

    /// <summary>The zone that dates are grouped in: the context's, else UTC. The user's own does not count, as on a real server.</summary>
    public TimeZoneInfo Zone => Remember("zone", () => ZoneOf(Context.TimeZone));

    public Record? User => Find("res.users", UserId);

    /// <summary>The same call with all rights.</summary>
    public Session AsSystem() => system ??= new Session(this);

    /// <summary>What was worked out once in this call.</summary>
    public T Remember<T>(string key, Func<T> work)
        where T : class
    {
        if (memory.TryGetValue(key, out var known))
        {
            return (T)known;
        }

        var fresh = work();
        memory[key] = fresh;
        return fresh;
    }

    /// <summary>Forgets what was worked out: the records have changed.</summary>
    public void Forget() => memory.Clear();

    public Record? Find(string model, int id)
        => Database[model].Find(id) is { } row ? new Record(AsSystem(), Catalog[model], row) : null;

    public Record Record(Model model, Row row) => new(this, model, row);

    /// <summary>A field's value: from the row, along a path, or computed.</summary>
    public object? Value(Model model, Row row, Field field)
    {
        if (field.Cell >= 0 && (!field.OnlyWhenEmpty || row.Cells[field.Cell] is not null))
        {
            return row.Cells[field.Cell];
        }

        if (field.Compute is not null)
        {
            return field.Compute(new Record(AsSystem(), model, row));
        }

        return field.Path is not null ? Along(model, row, field.Path)
            : field.Kind == FieldKind.One2many ? OtherSide(row, field)
            : field.Name == "id" ? row.Id
            : null;
    }

    private object? Along(Model model, Row row, IReadOnlyList<string> path)
    {
        for (var i = 0; i < path.Count - 1; i++)
        {
            var link = model[path[i]];
            if (Value(model, row, link) is not int id || Database[link.Relation!].Find(id) is not { } next)
            {
                return null;
            }

            (model, row) = (Catalog[link.Relation!], next);
        }

        return Value(model, row, model[path[^1]]);
    }

    private int[] OtherSide(Row row, Field field)
    {
        var table = Database[field.Relation!];
        var inverse = table.Model[field.Inverse!];
        var ids = table.References(inverse)?.Of(row.Id)
            ?? [.. table.Rows().Where(r => Equals(r.Cells[inverse.Cell], row.Id)).Select(r => r.Id)];
        if (ids.Count == 0)
        {
            return [];
        }

        var rows = ids.Order().Select(id => table.Find(id)!);
        if (Context.ActiveOnly && table.Model.Find("active") is { Cell: >= 0 } active)
        {
            rows = rows.Where(r => r.Cells[active.Cell] is true);
        }

        return [.. Query.RowOrder.Parse(this, table.Model, null).Sort([.. rows]).Select(r => r.Id)];
    }

    private static TimeZoneInfo ZoneOf(string? name)
        => name is not null && TimeZoneInfo.TryFindSystemTimeZoneById(name, out var zone) ? zone : TimeZoneInfo.Utc;
}
