using Copilot.Testing.Service;

namespace Copilot.BrowserTests;

/// <summary>A service over a small library of its own: one file in it can't be taken in, and one source is looked at only when asked.</summary>
public sealed class QueueService : ChatService
{
    private string _folder = string.Empty;

    /// <summary>Writes a file of the library.</summary>
    public void Write(string name, string text)
    {
        var path = Path.Combine(_folder, name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text);
    }

    /// <inheritdoc/>
    protected override CopilotProgram ProgramIn(string folder)
    {
        _folder = folder;
        Write("documents/gloves.md", "---\ntitle: Gloves\nreaders: all\n---\n# Gloves\n\nGloves are kept dry.\n");
        Write("documents/prices/ledger.md", "---\ntitle: Ledger\nreaders: [emperor]\n---\n# Ledger\n\nThe ledger is closed.\n");
        Write("documents/prices/torn.pdf", "%PDF-1.7\nthis is none");
        Write("documents/sources.json", """{ "sources": [ { "name": "supplier letters", "folder": "../letters", "refresh": "manual", "readers": ["purchaser"] } ] }""");
        Write("letters/first.txt", "Prices rise by 3 % in March.");
        return CopilotProgram.WithPracticeCompany(Path.Combine(folder, "data")).With("Knowledge__Folder", Path.Combine(folder, "documents"));
    }
}
