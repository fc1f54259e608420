"""A window with an editor, a button and an answer, for the tests of the screen and the assistive tool."""

from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QPushButton, QVBoxLayout, QWidget


def main() -> None:
    program = QApplication()
    window = QWidget()
    window.setWindowTitle("Small window")
    window.setGeometry(200, 150, 400, 300)
    editor, button, answer = QLineEdit(), QPushButton("Greet"), QLabel("Nobody yet")
    editor.setAccessibleName("Name")
    button.clicked.connect(lambda: answer.setText(f"Hello, {editor.text()}"))
    editor.returnPressed.connect(button.click)
    layout = QVBoxLayout(window)
    for part in (editor, button, answer):
        layout.addWidget(part)
    window.show()
    program.exec()


if __name__ == "__main__":
    main()
