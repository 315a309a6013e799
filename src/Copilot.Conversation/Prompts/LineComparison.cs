namespace Copilot.Conversation.Prompts;

/// <summary>Compares two short texts line by line by their longest common subsequence.</summary>
internal static class LineComparison
{
    private const int Around = 2;

    /// <summary>Compares.</summary>
    /// <returns>The lines as <see cref="PromptChange.Lines"/> has them.</returns>
    public static IReadOnlyList<string> Of(string old, string now)
    {
        var all = All(Lines(old), Lines(now));
        var shown = new List<string>();
        for (var i = 0; i < all.Count; i++)
        {
            var near = Enumerable.Range(Math.Max(0, i - Around), Math.Min(all.Count, i + Around + 1) - Math.Max(0, i - Around)).Any(j => all[j][0] != ' ');
            if (near)
            {
                shown.Add(all[i]);
            }
            else if (shown.Count > 0 && shown[^1] != "@@")
            {
                shown.Add("@@");
            }
        }

        return shown;
    }

    private static string[] Lines(string text) => text.Length == 0 ? [] : text.TrimEnd('\n').Split('\n');

    private static List<string> All(string[] old, string[] now)
    {
        var common = new int[old.Length + 1, now.Length + 1];
        for (var i = old.Length - 1; i >= 0; i--)
        {
            for (var j = now.Length - 1; j >= 0; j--)
            {
                common[i, j] = old[i] == now[j] ? common[i + 1, j + 1] + 1 : Math.Max(common[i + 1, j], common[i, j + 1]);
            }
        }

        var lines = new List<string>();
        for (int i = 0, j = 0; i < old.Length || j < now.Length;)
        {
            if (i < old.Length && j < now.Length && old[i] == now[j])
            {
                lines.Add(" " + old[i++]);
                j++;
            }
            else if (j >= now.Length || (i < old.Length && common[i + 1, j] >= common[i, j + 1]))
            {
                lines.Add("-" + old[i++]);
            }
            else
            {
                lines.Add("+" + now[j++]);
            }
        }

        return lines;
    }
}
