import Screen
import Tutor
