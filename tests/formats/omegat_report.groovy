// Run by OmegaT when the project is loaded: prints what its own glossary and dictionary readers find.
import org.omegat.core.dictionaries.StarDict
import org.omegat.gui.glossary.FindGlossaryThread
import org.omegat.gui.glossary.GlossaryManager
import org.omegat.gui.glossary.GlossaryTextArea

if (eventType.toString() != "LOAD") return

// The pane wants a window. It is only asked which segment is shown, so it is made without being built.
def field = Class.forName("sun.misc.Unsafe").getDeclaredField("theUnsafe")
field.accessible = true
GlossaryTextArea pane = field.get(null).allocateInstance(GlossaryTextArea)

def properties = project.projectProperties
def manager = new GlossaryManager(pane)
manager.@priorityGlossary = new File(properties.writeableGlossary)
new File(properties.glossaryRoot).listFiles().sort().each { manager.@glossaries.put(it.path, manager.loadGlossaryFile(it)) }
project.allEntries.each { segment ->
    pane.@currentlyProcessedEntry = segment
    def found = new FindGlossaryThread(pane, segment, manager).search()
    println(["FOUND", segment.srcText, *found.collect { it.srcText + "=" + it.locText }].join("\t"))
}
new File(properties.dictRoot).eachFileRecurse { file ->
    if (!file.name.endsWith(".ifo")) return
    def dictionary = new StarDict().loadDict(file)
    ["林剑", "TSMC", "lin jian"].each { word ->
        println(["DICTIONARY", word, *dictionary.readArticles(word).collect { it.article.readLines()[0] }].join("\t"))
    }
}
