using System.Text;
using System.Text.RegularExpressions;

namespace Copilot.Knowledge.Ingestion;

/// <summary>A pattern of paths below a folder: <c>*</c> stands for letters up to the next slash, <c>**</c> for any folders, <c>?</c> for one letter. Case does not matter.</summary>
internal sealed class FilePattern
{
    private readonly Regex _expression;

    /// <summary>Reads a pattern; one without a slash holds in every folder.</summary>
    public FilePattern(string pattern)
    {
        pattern = pattern.Replace('\\', '/').Trim('/');
        if (!pattern.Contains('/', StringComparison.Ordinal))
        {
            pattern = "**/" + pattern;
        }

        var expression = new StringBuilder("^");
        for (var i = 0; i < pattern.Length; i++)
        {
            if (string.CompareOrdinal(pattern, i, "**/", 0, 3) == 0)
            {
                expression.Append("(?:.*/)?");
                i += 2;
            }
            else if (string.CompareOrdinal(pattern, i, "**", 0, 2) == 0)
            {
                expression.Append(".*");
                i++;
            }
            else
            {
                expression.Append(pattern[i] switch
                {
                    '*' => "[^/]*",
                    '?' => "[^/]",
                    var letter => Regex.Escape(letter.ToString()),
                });
            }
        }

        // Without backtracking: a pattern of many stars must not stand still on a long path.
        _expression = new Regex(expression.Append('$').ToString(), RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking);
    }

    /// <summary>Says whether a path below the folder, with slashes, is meant.</summary>
    public bool Matches(string path) => _expression.IsMatch(path);
}
