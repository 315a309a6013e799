using System.Globalization;
using Copilot.Contracts;

namespace Copilot.Documents.Extraction;

/// <summary>A document while it is being read. A value that says the same as nothing is left out.</summary>
/// <param name="engine">How it is read.</param>
/// <param name="format">The format in full.</param>
/// <param name="type">What it is.</param>
internal sealed class DocumentDraft(string engine, string format, BusinessDocumentType type)
{
    /// <summary>How sure a value is that an exact format states: it is read, not guessed, but its sender may have erred.</summary>
    public const double Stated = 0.99;

    /// <summary>How sure a value is that follows from stated ones.</summary>
    public const double Reckoned = 0.9;

    // What fails a check is as likely wrong as another value of the same check.
    private const double Contradicted = 0.6;
    private const int MostWarnings = 50;

    // More than any trade; sums of such numbers stay within what can be reckoned.
    private const decimal LargestNumber = 1_000_000_000_000_000m;

    private readonly Dictionary<string, ExtractedField> _fields = [];
    private readonly List<string> _warnings = [];

    public List<ExtractedLine> Lines { get; } = [];

    public List<ExtractedTax> Taxes { get; } = [];

    public List<ExtractedCharge> Charges { get; } = [];

    public List<ExtractionCheck> Checks { get; } = [];

    public bool HasDoubt { get; private set; }

    public BusinessDocumentType Type => type;

    /// <summary>Gets or sets how sure the type is.</summary>
    public double TypeConfidence { get; set; } = Stated;

    /// <summary>Gets or sets how many pages it has.</summary>
    public int Pages { get; set; } = 1;

    /// <summary>Gets or sets the page it begins on in a file of several documents; null in a file of one.</summary>
    public int? FirstPage { get; set; }

    /// <summary>Gets a text, or null.</summary>
    public string? Text(string name) => _fields.TryGetValue(name, out var field) ? field.Value as string : null;

    /// <summary>Gets an amount, or null.</summary>
    public decimal? Amount(string name) => _fields.TryGetValue(name, out var field) ? field.Value as decimal? : null;

    /// <summary>Keeps a text unless there is one already.</summary>
    public void Set(string name, string? value, double confidence = Stated)
    {
        if (!string.IsNullOrWhiteSpace(value))
        {
            _fields.TryAdd(name, new ExtractedField(value.Trim(), confidence));
        }
    }

    /// <summary>Keeps an amount unless there is one already.</summary>
    public void Set(string name, decimal? value, double confidence = Stated)
    {
        if (value is { } number)
        {
            _fields.TryAdd(name, new ExtractedField(number, confidence));
        }
    }

    /// <summary>Keeps a value with its place unless there is one already.</summary>
    public void Set(string name, ExtractedField? field)
    {
        if (field is not null)
        {
            _fields.TryAdd(name, field);
        }
    }

    /// <summary>Puts a value in the place of the one that is there, or takes that away.</summary>
    public void Replace(string name, ExtractedField? field)
    {
        _fields.Remove(name);
        Set(name, field);
    }

    /// <summary>Gets a field, or null.</summary>
    public ExtractedField? Field(string name) => _fields.GetValueOrDefault(name);

    /// <summary>Takes certainty from values that contradict each other.</summary>
    public void Contradict(params IEnumerable<string> names)
    {
        foreach (var name in names)
        {
            if (_fields.TryGetValue(name, out var field))
            {
                _fields[name] = field with { Confidence = Math.Min(field.Confidence, Contradicted) };
            }
        }
    }

    /// <summary>Gives certainty to values that confirm each other.</summary>
    public void Confirm(double confidence, params IEnumerable<string> names)
    {
        foreach (var name in names)
        {
            if (_fields.TryGetValue(name, out var field))
            {
                _fields[name] = field with { Confidence = Math.Max(field.Confidence, confidence) };
            }
        }
    }

    /// <summary>Reads a number with a decimal point; one that can't be read is told and left out.</summary>
    /// <param name="text">The number, or null.</param>
    /// <param name="place">Where it stands, for people.</param>
    public decimal? Number(string? text, string place)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            return null;
        }

        if (decimal.TryParse(text.Trim(), NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent, CultureInfo.InvariantCulture, out var number)
            && Math.Abs(number) <= LargestNumber)
        {
            return number;
        }

        Doubt($"{place}: \"{Short(text)}\" is not a number that can be right; it was left out");
        return null;
    }

    /// <summary>Tells a remark that a person must look at.</summary>
    public void Doubt(string warning)
    {
        HasDoubt = true;
        Remark(warning);
    }

    /// <summary>Tells a remark.</summary>
    public void Remark(string warning)
    {
        if (_warnings.Count < MostWarnings && !_warnings.Contains(warning))
        {
            _warnings.Add(warning);
        }
    }

    /// <summary>Ends the reading: checks the document against itself.</summary>
    public ExtractedDocument Finish(string file)
    {
        DraftChecks.Make(this);
        return new ExtractedDocument
        {
            File = file,
            Type = type,
            TypeConfidence = TypeConfidence,
            Engine = engine,
            Format = format,
            Pages = Pages,
            FirstPage = FirstPage,
            Fields = _fields,
            Lines = Lines,
            Taxes = Taxes,
            Charges = Charges,
            Checks = Checks,
            NeedsReview = HasDoubt || Checks.Exists(c => !c.Ok),
            Warnings = _warnings,
        };
    }

    /// <summary>Cuts a text from outside for a message.</summary>
    public static string Short(string text)
    {
        var clean = new string([.. text.Trim().Select(c => char.IsControl(c) ? ' ' : c)]);
        return clean.Length <= 40 ? clean : clean[..40] + "…";
    }
}
