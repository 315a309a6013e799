namespace Copilot.ThoroughTests.Sandbox.Demo;

/// <summary>A record with its values by type.</summary>
internal readonly record struct Rec(Dictionary<string, object?> Values)
{
    public int Id => (int)Values["id"]!;

    public object? this[string field] => Values.GetValueOrDefault(field);

    public int One(string field) => (int)Values[field]!;

    public int? Maybe(string field) => (int?)Values.GetValueOrDefault(field);

    public double Number(string field) => (double)Values[field]!;

    public string Text(string field) => Values.GetValueOrDefault(field) as string ?? "";

    public DateTime Moment(string field) => (DateTime)Values[field]!;

    public DateOnly Day(string field) => (DateOnly)Values[field]!;

    public int[] Many(string field) => (int[])Values[field]!;

    public bool Is(string field) => (bool)Values[field]!;
}
