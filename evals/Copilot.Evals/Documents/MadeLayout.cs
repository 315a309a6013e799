using System.Globalization;

namespace Copilot.Evals.Documents;

/// <summary>Lays a made document out on pages, each in a layout of its own: where things stand, what they are called, how they are parted.</summary>
internal sealed class MadeLayout
{
    private const double NarrowestText = 130;

    private readonly MadeDocument _document;
    private readonly MadeLanguage _language;
    private readonly Random _chance;
    private readonly PdfSheet _sheet = new();
    private readonly string _dates;
    private readonly bool _isOrder;
    private readonly double _size;
    private readonly List<(string Key, string Head, double Width, bool Right)> _columns = [];
    private double _y;

    private MadeLayout(MadeDocument document, Random chance)
    {
        (_document, _language, _chance) = (document, document.Language, chance);
        _isOrder = document.Type == "purchase_order";
        _size = chance.Next(8, 11);
        _dates = document.Language.Name switch
        {
            "en-US" => Pick("MM/dd/yyyy", "MMM d, yyyy", "MMMM d, yyyy", "yyyy-MM-dd"),
            "en-GB" => Pick("dd/MM/yyyy", "d MMMM yyyy", "dd MMM yyyy"),
            "de" => Pick("dd.MM.yyyy", "d. MMMM yyyy", "dd.MM.yy"),
            "nl" => Pick("dd-MM-yyyy", "d MMMM yyyy"),
            _ => Pick("dd/MM/yyyy", "d MMMM yyyy"),
        };
    }

    /// <summary>Lays it out.</summary>
    /// <param name="document">What it says.</param>
    /// <param name="chance">Where its layout comes from.</param>
    /// <param name="isStamped">Somebody stamped it.</param>
    public static byte[] Draw(MadeDocument document, Random chance, bool isStamped = false)
    {
        var layout = new MadeLayout(document, chance);
        layout.Head();
        layout.Table();
        if (document.Type != "delivery_note")
        {
            layout.Totals();
        }

        layout.Foot();
        if (isStamped)
        {
            layout._sheet.Stamp(chance.Next(120, 330), chance.Next(180, 520), layout.Pick("PAID", "RECEIVED", "KOPIE", "EINGEGANGEN", "BEZAHLT", "PAYÉ"), chance.Next(-25, 26), 0.35 + (0.3 * chance.NextDouble()));
        }

        return layout._sheet.ToBytes();
    }

    private string Pick(params string[] from) => from[_chance.Next(from.Length)];

    private string Word(string key) => _language.Word(key, _chance);

    private string Day(DateOnly day) => day.ToString(_dates, CultureInfo.GetCultureInfo(_language.Culture));

    private string Money(decimal value) => _language.Currency switch
    {
        "USD" => Pick("$" + _language.Amount(value), _language.Amount(value)),
        "GBP" => Pick("£" + _language.Amount(value), _language.Amount(value)),
        _ => Pick(_language.Amount(value) + " €", _language.Amount(value), _language.Amount(value) + " EUR"),
    };

    private void Head()
    {
        var d = _document;
        var writer = _isOrder ? d.Buyer : d.Supplier;
        var reader = _isOrder ? d.Supplier : d.Buyer;
        if (_chance.Next(2) == 0)
        {
            _sheet.Left(45, 50, writer.Name, 15, true);
            _sheet.Left(45, 64, $"{writer.Street}, {writer.City}", 8);
        }
        else
        {
            _sheet.Right(550, 50, writer.Name, 13, true);
            _sheet.Right(550, 63, writer.Street, 8);
            _sheet.Right(550, 74, writer.City, 8);
        }

        var title = Word(d.Type);
        var below = _chance.Next(2) == 0;
        _sheet.Left(below ? 45 : 330, below ? 250 : 110, title, _chance.Next(13, 22), true);
        Address(45, 130, reader, _chance.Next(3) == 0 ? null : Word(_isOrder ? "supplier" : "buyer"));
        if (_chance.Next(3) == 0)
        {
            Address(300, 130, d.Buyer, Word("ship"));
        }

        Facts(below ? 275 : 215);
    }

    private void Address(double x, double y, MadeParty party, string? label)
    {
        if (label is not null)
        {
            _sheet.Left(x, y, label + Pick("", ":"), _size, _chance.Next(2) == 0);
        }

        _sheet.Left(x, y + 13, party.Name, _size);
        _sheet.Left(x, y + 25, party.Street, _size);
        _sheet.Left(x, y + 37, party.City, _size);
    }

    private void Facts(double y)
    {
        var d = _document;
        var facts = new List<(string Label, string Value)>
        {
            (Word(d.Type switch { "invoice" => "invoiceNo", "credit_note" => "creditNo", "purchase_order" => "ownOrderNo", "order_confirmation" => "confirmNo", _ => "deliveryNo" }), d.Number),
            (d.IsBill ? Word("date") : _language.Words["date"][0], Day(d.Date)),
        };
        if (!_isOrder)
        {
            facts.Add((Word("orderNo"), d.OrderReference));
        }

        if (d.Type == "invoice")
        {
            facts.Add((Word("due"), Day(d.Due)));
        }

        switch (_chance.Next(4))
        {
            case 0:
                for (var i = 0; i < facts.Count; i++)
                {
                    _sheet.Left(45, y + (13 * i), facts[i].Label + ":", _size, true);
                    _sheet.Left(165, y + (13 * i), facts[i].Value, _size);
                }

                _y = y + (13 * facts.Count) + 20;
                break;
            case 1:
                for (var i = 0; i < facts.Count; i++)
                {
                    _sheet.Left(45 + (128 * i), y, facts[i].Label, _size - 1, true);
                    _sheet.Left(45 + (128 * i), y + 13, facts[i].Value, _size);
                }

                _y = y + 40;
                break;
            case 2:
                for (var i = 0; i < facts.Count; i++)
                {
                    _sheet.Left(330, y - 40 + (13 * i), $"{facts[i].Label}: {facts[i].Value}", _size);
                }

                _y = y + 40;
                break;
            default:
                for (var i = 0; i < facts.Count; i++)
                {
                    _sheet.Left(330, y - 40 + (13 * i), facts[i].Label, _size);
                    _sheet.Right(550, y - 40 + (13 * i), facts[i].Value, _size);
                }

                _y = y + 40;
                break;
        }
    }

    private void Table()
    {
        var d = _document;
        var hasPrices = d.Type != "delivery_note";
        var all = new List<(string Key, double Width, bool Right, bool In)>
        {
            ("pos", 32, false, _chance.Next(2) == 0), ("sku", 75, false, _chance.Next(4) > 0), ("desc", 0, false, true), ("qty", 55, true, true), ("unit", 45, false, _chance.Next(2) == 0),
            ("price", 75, true, hasPrices), ("disc", 62, true, hasPrices && d.Lines.Any(l => l.Discount > 0)), ("rate", 58, true, hasPrices && _chance.Next(3) == 0), ("amount", 85, true, hasPrices),
        };
        if (_chance.Next(4) == 0)
        {
            // Some put the quantity first.
            all = [all[3], all[4], all[0], all[1], all[2], .. all.Skip(5)];
        }

        var used = all.Where(c => c.In).ToList();
        foreach (var spare in new[] { "rate", "unit", "pos", "sku" })
        {
            // Heads must not be printed over each other.
            if (505 - used.Sum(c => c.Width) < NarrowestText)
            {
                used.RemoveAll(c => c.Key == spare);
            }
        }

        var rest = 505 - used.Sum(c => c.Width);
        _columns.AddRange(used.Select(c => (c.Key, Word(c.Key), c.Width == 0 ? rest : c.Width, c.Right)));
        Heads();
        var sum = 0m;
        for (var i = 0; i < d.Lines.Count; i++)
        {
            var wrapped = Wrapped(d.Lines[i].Description, _columns.Find(c => c.Key == "desc").Width - 10);
            if (_y + (12 * wrapped.Count) > 740)
            {
                var carried = hasPrices && _chance.Next(2) == 0;
                if (carried)
                {
                    _sheet.Left(250, _y + 8, Word("carried"), _size);
                    _sheet.Right(550, _y + 8, _language.Amount(sum), _size);
                }

                _sheet.Page();
                _y = 70;
                Heads();
            }

            Line(i, d.Lines[i], wrapped);
            sum += d.Lines[i].Amount;
        }
    }

    private void Heads()
    {
        var x = 45.0;
        foreach (var (_, head, width, right) in _columns)
        {
            if (right)
            {
                _sheet.Right(x + width - 5, _y, head, _size - 1, true);
            }
            else
            {
                _sheet.Left(x, _y, head, _size - 1, true);
            }

            x += width;
        }

        _y += 18;
    }

    private void Line(int index, MadeLine line, List<string> wrapped)
    {
        var x = 45.0;
        foreach (var (key, _, width, right) in _columns)
        {
            var value = key switch
            {
                "pos" => (index + 1).ToString(CultureInfo.InvariantCulture),
                "sku" => line.Sku,
                "qty" => _language.Amount(line.Quantity, line.Quantity == Math.Truncate(line.Quantity) ? 0 : 1) + (_columns.Exists(c => c.Key == "unit") ? string.Empty : " " + line.Unit),
                "unit" => line.Unit,
                "price" => Money(line.Price),
                "disc" => line.Discount > 0 ? _language.Amount(line.Discount, 0) + "%" : string.Empty,
                "rate" => _language.Amount(line.Rate, line.Rate == Math.Truncate(line.Rate) ? 0 : 1) + " %",
                "amount" => Money(line.Amount),
                _ => null,
            };
            if (value is null)
            {
                for (var i = 0; i < wrapped.Count; i++)
                {
                    _sheet.Left(x, _y + (11 * i), wrapped[i], _size);
                }
            }
            else if (right)
            {
                _sheet.Right(x + width - 5, _y, value, _size);
            }
            else
            {
                _sheet.Left(x, _y, value, _size);
            }

            x += width;
        }

        _y += (11 * wrapped.Count) + 5;
    }

    private List<string> Wrapped(string text, double width)
    {
        var lines = new List<string>();
        foreach (var word in text.Split(' '))
        {
            if (lines.Count > 0 && PdfSheet.Measure($"{lines[^1]} {word}", _size) <= width)
            {
                lines[^1] += " " + word;
            }
            else
            {
                lines.Add(word);
            }
        }

        return lines;
    }

    private void Totals()
    {
        var d = _document;
        if (_y > 650)
        {
            _sheet.Page();
            _y = 80;
        }

        _y += 12;
        var rates = d.Lines.GroupBy(l => l.Rate).Select(g => (Rate: g.Key, Base: g.Sum(l => l.Amount))).Select(r => (r.Rate, r.Base, Tax: Math.Round(r.Base * r.Rate / 100, 2, MidpointRounding.AwayFromZero))).ToList();
        var rows = new List<(string Label, string Value)> { (Word("net"), Money(d.Net)) };
        foreach (var (rate, _, tax) in rates)
        {
            rows.Add(($"{Word("tax")} {_language.Amount(rate, rate == Math.Truncate(rate) ? 0 : 1)}{Pick("%", " %")}", Money(tax)));
        }

        rows.Add((Word("total"), Money(d.Total)));
        if (rates.Count == 1 && _chance.Next(4) == 0)
        {
            // In a row, the words above the amounts.
            for (var i = 0; i < rows.Count; i++)
            {
                _sheet.Right(290 + (130 * i), _y, rows[i].Label, _size, true);
                _sheet.Right(290 + (130 * i), _y + 13, rows[i].Value, _size);
            }

            _y += 40;
            return;
        }

        var x = _chance.Next(2) == 0 ? 350 : 400;
        foreach (var (label, value) in rows)
        {
            _sheet.Left(x, _y, label + Pick("", ":"), _size, label == rows[^1].Label);
            _sheet.Right(550, _y, value, _size, label == rows[^1].Label);
            _y += 14;
        }
    }

    private void Foot()
    {
        var d = _document;
        if (d.Type == "invoice")
        {
            _sheet.Left(45, Math.Min(_y + 20, 770), $"{Word("terms")}: {Pick("30", "14", "45")} {(_language.Name.StartsWith("en", StringComparison.Ordinal) ? "days net" : _language.Name == "de" ? "Tage netto" : "- 30")}", _size);
            _sheet.Left(45, 790, $"{Word("bank")}: IBAN {string.Join(' ', d.Iban.Chunk(4).Select(c => new string(c)))}", 7);
        }

        var writer = _isOrder ? d.Buyer : d.Supplier;
        _sheet.Left(45, 802, $"{writer.Name} · {writer.Street} · {writer.City}" + (writer.Vat.Length > 0 ? $" · VAT {writer.Vat}" : string.Empty), 7);
    }
}
